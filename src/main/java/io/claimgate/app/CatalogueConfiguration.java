package io.claimgate.app;

import io.claimgate.catalogue.ConfigurationFiles;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The active configuration. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    ConfigurationFiles configurationFiles(@Value("${claimgate.config:}") String overriding) {
        return ConfigurationFiles.read(
                overriding.isBlank() ? null : Path.of(overriding).toAbsolutePath());
    }
}
