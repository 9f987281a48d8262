package io.claimgate.app;

import io.claimgate.store.Dialect;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** No database is touched before one that is unsafe was refused; what the settings alone tell is refused by {@link SafeSettings}. */
@Configuration(proxyBeanMethods = false)
class SafetyConfiguration {

    /** A database that forgets, or that is too old for the migrations, is refused (with the dialect) before it is changed. */
    @Bean
    FlywayMigrationStrategy checkedFirst(Dialect dialect) {
        return flyway -> flyway.migrate();
    }
}
