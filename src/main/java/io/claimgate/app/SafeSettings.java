package io.claimgate.app;

import io.claimgate.app.safety.UnsafeSettings;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses unsafe settings as soon as they are read: before a class is looked for, a bean made, a port or a database opened. */
public final class SafeSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Refusal.ifAny(UnsafeSettings.in(context.getEnvironment()));
    }
}
