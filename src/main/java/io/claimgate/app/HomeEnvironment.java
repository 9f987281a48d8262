package io.claimgate.app;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Makes {@code claimgate.home} absolute before anything reads it: an embedded database must not depend on the folder of the start. */
public final class HomeEnvironment implements EnvironmentPostProcessor, Ordered {

    static final String HOME = "claimgate.home";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path home = Path.of(environment.getProperty(HOME, "./data"))
                .toAbsolutePath()
                .normalize();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("claimgateHome", Map.of(HOME, home.toString())));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
