package io.claimgate.app;

import io.claimgate.flow.Home;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.audit.AuditKeys;
import io.claimgate.flow.audit.AuditSettings;
import io.claimgate.flow.audit.ChainStore;
import io.claimgate.flow.audit.Heads;
import io.claimgate.flow.audit.SealTimer;
import io.claimgate.flow.audit.Sealer;
import io.claimgate.flow.audit.Verification;
import io.claimgate.store.Dialect;
import io.claimgate.store.JdbcLeases;
import io.claimgate.store.audit.HeadsFile;
import io.claimgate.store.audit.JdbcChain;
import io.claimgate.store.audit.KeyFolder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sealed history. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditKeys auditKeys(Home home) {
        return KeyFolder.open(home.keys());
    }

    @Bean
    HeadsFile auditHeads(Home home) {
        return new HeadsFile(home.audit());
    }

    @Bean
    @DependsOn("environmentStamp")
    JdbcChain auditChain(JdbcClient sql, JdbcOperations batches, Dialect dialect) {
        return new JdbcChain(sql, batches, dialect);
    }

    @Bean
    Sealer sealer(
            ChainStore chain,
            Heads heads,
            AuditKeys keys,
            JdbcLeases leases,
            Ideas ideas,
            TaskConfiguration.ProcessName process) {
        return new Sealer(chain, heads, keys, leases, ideas, process.value());
    }

    @Bean
    SealTimer sealTimer(Sealer sealer, AuditSettings settings) {
        return new SealTimer(sealer, settings);
    }

    @Bean
    Verification verification(ChainStore chain, Heads heads, AuditKeys keys, Clock systemClock) {
        return new Verification(chain, heads, keys, systemClock);
    }
}
