package io.claimgate.app;

import io.claimgate.feed.CreditorRule;
import io.claimgate.flow.intake.ErpSources;
import io.claimgate.flow.intake.FlowIntake;
import io.claimgate.flow.intake.HeldFiles;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.acts.DropSources;
import io.claimgate.operations.acts.FileActs;
import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the console and REST may ask of the flows. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    FileActs fileActs(FlowIntake intake) {
        return new FileActs() {
            @Override
            public void release(long fileId, String actor) {
                translated(() -> intake.release(fileId, actor));
            }

            @Override
            public void refuse(long fileId, String reason, String actor) {
                translated(() -> intake.refuse(fileId, actor, reason));
            }
        };
    }

    @Bean
    DropSources dropSources(ErpSources sources) {
        return source -> sources.find(source).map(erp -> served(erp.creditor()));
    }

    private static Collection<String> served(CreditorRule rule) {
        String fixed = rule.fixed();
        if (fixed != null) {
            return List.of(fixed);
        }
        return rule.map().isEmpty() ? List.of(CreditorRule.SEVERAL) : rule.map().values();
    }

    private static void translated(Runnable act) {
        try {
            act.run();
        } catch (HeldFiles.NotHeld e) {
            throw ApiProblem.conflict(String.valueOf(e.getMessage()));
        }
    }
}
