package io.claimgate.catalogue;

import io.claimgate.problem.Problem;
import io.claimgate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** Binds every settings record of the house, and looks for {@code claimgate.*} keys that nobody reads. */
public final class SettingsCheck {

    private static final String PREFIX = "claimgate.";
    private static final Set<String> READ_DIRECTLY = Set.of("claimgate.home", "claimgate.config");

    /** Every fault; the place is the setting's key. */
    public List<Problem> check(ConfigurableEnvironment environment) {
        List<Problem> problems = new ArrayList<>();
        Set<String> known = new TreeSet<>(READ_DIRECTLY);
        for (Class<?> settings : settingsRecords()) {
            String prefix =
                    settings.getAnnotation(ConfigurationProperties.class).value();
            for (var component : settings.getRecordComponents()) {
                known.add(prefix + "." + kebab(component.getName()));
            }
            bind(environment, prefix, settings, problems);
        }
        for (String key : given(environment)) {
            if (known.stream()
                    .noneMatch(name -> key.equals(name) || key.startsWith(name + ".") || key.startsWith(name + "["))) {
                problems.add(new Problem(
                        ProblemCode.OPS_001, key, null, "no such setting; docs/settings.md lists them all"));
            }
        }
        return problems;
    }

    private static void bind(
            ConfigurableEnvironment environment, String prefix, Class<?> settings, List<Problem> problems) {
        try (LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean()) {
            validator.afterPropertiesSet();
            Binder.get(environment).bind(prefix, Bindable.of(settings), new ValidationBindHandler(validator));
        } catch (BindException e) {
            Throwable root = root(e);
            if (root instanceof BindValidationException invalid) {
                for (ObjectError error : invalid.getValidationErrors().getAllErrors()) {
                    problems.add(invalid(prefix, error));
                }
                return;
            }
            String value = e.getProperty() == null
                    ? null
                    : String.valueOf(e.getProperty().getValue());
            problems.add(
                    new Problem(ProblemCode.OPS_002, e.getName().toString(), value, String.valueOf(root.getMessage())));
        }
    }

    private static Problem invalid(String prefix, ObjectError error) {
        String message = String.valueOf(error.getDefaultMessage());
        return error instanceof FieldError field
                ? new Problem(
                        ProblemCode.OPS_002,
                        prefix + "." + kebab(field.getField()),
                        String.valueOf(field.getRejectedValue()),
                        message)
                : new Problem(ProblemCode.OPS_002, prefix, null, message);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static List<Class<?>> settingsRecords() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Class<?>> found = new ArrayList<>();
        for (BeanDefinition definition : scanner.findCandidateComponents("io.claimgate")) {
            found.add(ClassUtils.resolveClassName(
                    String.valueOf(definition.getBeanClassName()), SettingsCheck.class.getClassLoader()));
        }
        return found;
    }

    private static Set<String> given(ConfigurableEnvironment environment) {
        Set<String> keys = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            // Names of the process environment are not unique to us in form; relaxed binding reads what fits.
            if (source instanceof EnumerablePropertySource<?> enumerable
                    && !source.getName().equals("systemEnvironment")) {
                for (String name : enumerable.getPropertyNames()) {
                    if (name.startsWith(PREFIX)) {
                        keys.add(name);
                    }
                }
            }
        }
        return keys;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
