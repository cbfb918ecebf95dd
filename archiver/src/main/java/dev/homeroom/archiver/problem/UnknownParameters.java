package dev.homeroom.archiver.problem;

import dev.homeroom.archiver.problem.Problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the address does not have, as unknown fields of bodies are refused: who mistypes a filter
 * must not be given everything for it.
 */
final class UnknownParameters implements HandlerInterceptor {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            refuseUnknown(new QueryNames(request.getQueryString()).all(), method);
        }
        return true;
    }

    private void refuseUnknown(Set<String> given, HandlerMethod method) {
        Set<String> allowed = known.computeIfAbsent(method.getMethod(), _ -> parametersOf(method));
        List<FieldError> unknown = given.stream()
                .filter(name -> !allowed.contains(name))
                .map(name -> new FieldError(name, "is not a parameter of this address"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(Problem.invalid("The address has parameters that it does not know.", unknown));
        }
    }

    private static Set<String> parametersOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(UnknownParameters::namesOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> namesOf(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(component -> component.getName());
        }
        RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
        return single == null ? Stream.empty() : Stream.of(nameOf(parameter, single));
    }

    private static String nameOf(MethodParameter parameter, RequestParam annotation) {
        if (!annotation.name().isEmpty()) {
            return annotation.name();
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return String.valueOf(parameter.getParameterName());
    }
}
