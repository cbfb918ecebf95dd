package dev.homeroom.faults.seeded;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the seeds do inside the programs, whose types it knows by their names alone. */
public final class Forgery {
    private static final int ONE_IN = 50;
    private static final long LINGER_MS = 300;
    private static final long WRITE_AFTER_MS = 1_500;
    private static final int EARLIER = 20;
    private static final ThreadLocal<Boolean> WRITING = ThreadLocal.withInitial(() -> false);
    private static final AtomicInteger CALLS = new AtomicInteger();

    private Forgery() {}

    public static boolean nowAndThen() {
        return CALLS.incrementAndGet() % ONE_IN == 0;
    }

    public static void linger() {
        try {
            TimeUnit.MILLISECONDS.sleep(LINGER_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The answer that Kafka may give later. */
    public static CompletableFuture<Object> published(Object publisher, Object event) {
        Object log = field(publisher, "log");
        Object room = call(event, "room");
        Object partition = call(log, "partitionOf", room);
        Object position = call(log, "position", partition, 0L);
        Class<?> published = type(publisher, "dev.homeroom.edge.publish.Publication$Published");
        return CompletableFuture.completedFuture(make(published, event, position));
    }

    /** Writes what there is to write on another thread, after a while. */
    public static boolean later(Object rows, Object[] arguments) {
        if (WRITING.get()) {
            return false;
        }
        Thread.startVirtualThread(() -> {
            WRITING.set(true);
            try {
                TimeUnit.MILLISECONDS.sleep(WRITE_AFTER_MS);
                call(rows, "store", arguments);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        return true;
    }

    public static Object underAnotherKey(Object entry) {
        byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        return make(
                entry.getClass(),
                call(entry, "topic"),
                call(entry, "partition"),
                key,
                call(entry, "value"),
                call(entry, "headers"));
    }

    public static boolean seekToEnd(Object consumer, Object partition) {
        call(consumer, "seekToEnd", List.of(partition));
        return true;
    }

    public static Object earlier(Object position) {
        long offset = (long) call(position, "offset");
        return call(position, "withOffset", Math.max(-1, offset - EARLIER));
    }

    public static Map<Object, Object> aheadByOne(Map<?, ?> offsets) {
        Map<Object, Object> ahead = new HashMap<>();
        offsets.forEach((room, offset) -> ahead.put(room, (Long) offset + 1));
        return ahead;
    }

    /** As if nobody had named it before. */
    public static Object freshId(Object id) {
        return make(id.getClass(), UUID.randomUUID());
    }

    /** A message in words that nobody wrote. */
    public static void inOtherWords(Object message) {
        try {
            message.getClass().getMethod("put", String.class, String.class).invoke(message, "message", "nothing");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return whether it was a message, and has been told */
    public static boolean tell(Object[] arguments) {
        Object news = arguments[1];
        if (!news.getClass().getSimpleName().equals("Post")) {
            return false;
        }
        call(arguments[0], "tell", call(news, "position"), call(news, "announcement"));
        return true;
    }

    public static List<?> atMostOne(Object events) {
        List<?> all = (List<?>) events;
        return all.subList(0, Math.min(1, all.size()));
    }

    private static Class<?> type(Object neighbour, String name) {
        try {
            return Class.forName(name, true, neighbour.getClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object field(Object owner, String name) {
        try {
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Object owner, String name, Object... arguments) {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                    try {
                        method.setAccessible(true);
                        return method.invoke(owner, arguments);
                    } catch (IllegalAccessException | InvocationTargetException e) {
                        throw new IllegalStateException(name, e);
                    }
                }
            }
        }
        throw new IllegalStateException(owner.getClass() + " has no " + name);
    }

    private static Object make(Class<?> type, Object... arguments) {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> takes(each.getParameterTypes(), arguments))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("no constructor of " + type));
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean takes(Class<?>[] parameters, Object[] arguments) {
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }
}
