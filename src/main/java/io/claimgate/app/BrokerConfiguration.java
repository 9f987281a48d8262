package io.claimgate.app;

import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded broker: every address has a dead-letter and an expiry address, because Artemis otherwise deletes after ten tries. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    private static final int ATTEMPTS = 5;
    private static final int LARGEST_DISK_USE_PERCENT = 98;
    private static final long LARGEST_MEMORY_BYTES = 64L * 1024 * 1024;
    private static final int BUFFER_TIMEOUT_NANOS = 100_000;

    @Bean
    ArtemisConfigurationCustomizer brokerSettings() {
        return configuration -> {
            AddressSettings settings = new AddressSettings();
            settings.setMaxDeliveryAttempts(ATTEMPTS);
            settings.setRedeliveryDelay(500);
            settings.setRedeliveryMultiplier(2);
            settings.setMaxRedeliveryDelay(30_000);
            settings.setDeadLetterAddress(SimpleString.of("DLQ")).setExpiryAddress(SimpleString.of("ExpiryQueue"));
            settings.setAutoCreateDeadLetterResources(true).setDeadLetterQueuePrefix(SimpleString.of("DLQ."));
            settings.setAutoCreateExpiryResources(true);
            configuration.getAddressSettings().put("#", settings);
            configuration.setJournalType(JournalType.NIO);
            configuration.setJournalBufferTimeout_NIO(BUFFER_TIMEOUT_NANOS);
            configuration.setMaxDiskUsage(LARGEST_DISK_USE_PERCENT);
            configuration.setGlobalMaxSize(LARGEST_MEMORY_BYTES);
        };
    }
}
