package dev.homeroom.faults.seeded;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** Puts one fault into the JVM that it is loaded into, and says so on the standard output. */
public final class Agent {
    private Agent() {}

    /** @param fault the name of a {@link SeededFault} */
    public static void premain(String fault, Instrumentation instrumentation) {
        for (Seam seam : SeededFault.valueOf(fault).seams()) {
            new AgentBuilder.Default()
                    .type(named(seam.type()))
                    .transform((builder, type, _, _, _) -> {
                        if (type.getDeclaredMethods().filter(method(seam)).isEmpty()) {
                            throw new IllegalStateException(seam + " is not there");
                        }
                        System.out.println(sign(seam));
                        return builder.visit(Advice.to(seam.advice()).on(method(seam)));
                    })
                    .installOn(instrumentation);
        }
    }

    private static ElementMatcher.Junction<MethodDescription> method(Seam seam) {
        return seam.method().equals(Seam.CONSTRUCTOR) ? isConstructor() : named(seam.method());
    }

    /** What is said when a fault has been put in. */
    static String sign(Seam seam) {
        return "seeded: " + seam.type() + "." + seam.method();
    }
}
