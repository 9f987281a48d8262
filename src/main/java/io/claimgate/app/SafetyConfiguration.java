package io.claimgate.app;

import io.claimgate.app.safety.UnsafeSettings;
import io.claimgate.store.Dialect;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Nothing is opened, and no database touched, before what is unsafe was refused. */
@Configuration(proxyBeanMethods = false)
class SafetyConfiguration {

    /** Before the first bean. */
    @Bean
    static BeanFactoryPostProcessor safeSettings(Environment settings) {
        return beans -> Refusal.ifAny(UnsafeSettings.in(settings));
    }

    /** A database that forgets, or that is too old for the migrations, is refused (with the dialect) before it is changed. */
    @Bean
    FlywayMigrationStrategy checkedFirst(Dialect dialect) {
        return flyway -> flyway.migrate();
    }
}
