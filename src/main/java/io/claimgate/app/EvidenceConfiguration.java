package io.claimgate.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.files.JsonSideFiles;
import io.claimgate.files.TikaContentCheck;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.intake.ClaimDocuments;
import io.claimgate.flow.intake.ContentCheck;
import io.claimgate.flow.intake.DocumentFiling;
import io.claimgate.flow.intake.DocumentIntake;
import io.claimgate.flow.intake.DocumentSettings;
import io.claimgate.store.intake.JdbcClaimsConcerned;
import io.claimgate.store.intake.JdbcDocuments;
import io.claimgate.store.intake.JdbcErpFiles;
import io.claimgate.store.intake.JdbcFaults;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Documents, whoever brings them. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    JdbcDocuments documentStore(NamedParameterJdbcTemplate sql) {
        return new JdbcDocuments(sql);
    }

    @Bean
    JdbcClaimsConcerned claimsConcerned(NamedParameterJdbcTemplate sql) {
        return new JdbcClaimsConcerned(sql);
    }

    @Bean
    ContentCheck contentCheck(DocumentSettings settings) {
        return new TikaContentCheck(settings);
    }

    @Bean
    DocumentFiling documentFiling(JdbcDocuments documents, JdbcClaimsConcerned claims, Ideas ideas) {
        return new DocumentFiling(documents, claims, ideas.events(), ideas.tasks(), ideas.clock());
    }

    @Bean
    DocumentIntake documentIntake(
            JdbcErpFiles files,
            JdbcFaults faults,
            ContentCheck content,
            JdbcDocuments documents,
            DocumentFiling filing,
            Ideas ideas,
            ObjectMapper json) {
        return new DocumentIntake(
                files,
                faults,
                new JsonSideFiles(json),
                content,
                documents,
                filing,
                ideas.vault(),
                ideas.transactions());
    }

    @Bean
    ClaimDocuments claimDocuments(DocumentFiling filing, ContentCheck content, Ideas ideas) {
        return new ClaimDocuments(filing, content, ideas);
    }
}
