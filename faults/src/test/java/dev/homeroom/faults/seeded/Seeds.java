package dev.homeroom.faults.seeded;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/** What goes around the methods: its code is copied into them, so that it names no type of theirs. */
@SuppressWarnings("UnusedVariable") // what is assigned is what the method answers
final class Seeds {
    private Seeds() {}

    /** The method does nothing. */
    static final class Skip {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return true;
        }
    }

    static final class SkipNowAndThen {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return Forgery.nowAndThen();
        }
    }

    static final class AlwaysTrue {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean answer) {
            answer = true;
        }
    }

    static final class AlwaysNull {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) @Nullable Object answer) {
            answer = null;
        }
    }

    static final class AlwaysEmpty {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            answer = List.of();
        }
    }

    static final class FutureTrue {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            answer = CompletableFuture.completedFuture(true);
        }
    }

    static final class FutureFalse {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            answer = CompletableFuture.completedFuture(false);
        }
    }

    static final class FreshId {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            answer = Forgery.freshId(answer);
        }
    }

    static final class OtherWords {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(typing = Typing.DYNAMIC) Object answer) {
            if (Forgery.nowAndThen()) {
                Forgery.inOtherWords(answer);
            }
        }
    }

    static final class AHundred {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) int answer) {
            answer = 100;
        }
    }

    static final class AckAtOnce {
        @Advice.OnMethodExit
        static void exit(
                @Advice.This Object publisher,
                @Advice.Argument(0) Object event,
                @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            answer = Forgery.published(publisher, event);
        }
    }

    /** As if the rows were written in a transaction that is committed after the one that says how far they go. */
    static final class WriteLater {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(@Advice.This Object rows, @Advice.AllArguments Object[] arguments) {
            return Forgery.later(rows, arguments);
        }

        @Advice.OnMethodExit
        static void exit(
                @Advice.Enter boolean skipped,
                @Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            if (skipped) {
                answer = List.of();
            }
        }
    }

    static final class OtherKey {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            answer = Forgery.underAnotherKey(answer);
        }
    }

    static final class SeekToEnd {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(@Advice.This Object consumer, @Advice.Argument(0) Object partition) {
            return Forgery.seekToEnd(consumer, partition);
        }
    }

    static final class PositionOfEarlier {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            answer = Forgery.earlier(answer);
        }
    }

    static final class OffsetsAheadByOne {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            answer = Forgery.aheadByOne((Map<?, ?>) answer);
        }
    }

    static final class AnnounceAtOnce {
        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(@Advice.AllArguments Object[] arguments) {
            return Forgery.tell(arguments);
        }
    }

    static final class Linger {
        @Advice.OnMethodEnter
        static void enter() {
            Forgery.linger();
        }
    }

    static final class NoBound {
        @Advice.OnMethodExit
        static void exit(@Advice.FieldValue(value = "maxBytes", readOnly = false) int maxBytes) {
            maxBytes = Integer.MAX_VALUE;
        }
    }

    static final class AtMostOne {
        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
            answer = ((Optional<?>) answer).map(Forgery::atMostOne);
        }
    }
}
