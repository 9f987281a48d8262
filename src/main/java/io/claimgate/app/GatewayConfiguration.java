package io.claimgate.app;

import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.TaskRunner;
import io.claimgate.flow.gateway.Gateway;
import io.claimgate.flow.gateway.GatewayWatch;
import io.claimgate.store.Dialect;
import io.claimgate.store.JdbcGateways;
import io.claimgate.store.JdbcTasks;
import io.claimgate.store.WakeHints;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this gateway has to do with others on the same database. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    @Bean
    GatewayWatch gatewayWatch(
            JdbcClient sql,
            TaskConfiguration.ProcessName process,
            ConfigurationFiles files,
            Ideas ideas,
            ObjectProvider<BuildProperties> build) {
        BuildProperties known = build.getIfAvailable();
        String version = known == null ? "development" : known.getVersion();
        Gateway self = new Gateway(process.value(), version, files.hash(), ideas.systemNow());
        return new GatewayWatch(new JdbcGateways(sql), self, ideas);
    }

    @Bean
    WakeHints wakeHints(
            DataSource dataSource,
            Dialect dialect,
            TaskConfiguration.ProcessName process,
            TaskRunner runner,
            JdbcTasks tasks) {
        WakeHints hints = new WakeHints(dataSource, dialect, process.value(), runner::wake);
        tasks.onArmed(hints::give);
        return hints;
    }
}
