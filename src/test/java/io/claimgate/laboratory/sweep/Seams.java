package io.claimgate.laboratory.sweep;

import io.claimgate.flow.Vault;
import io.claimgate.flow.bookkeeping.OutFolder;
import io.claimgate.flow.declaration.InsurerChannels;
import io.claimgate.flow.intake.Answers;
import io.claimgate.flow.settlement.ResultLists;
import io.claimgate.flow.transfer.DocumentChannels;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts the seams into the gateway's own wiring; everything else of it is as it is shipped. */
@Configuration(proxyBeanMethods = false)
class Seams {

    @Bean
    static Operations operations() {
        return new Operations();
    }

    @Bean
    @Primary
    LabClock labClock() {
        return new LabClock();
    }

    @Bean
    @Primary
    InsurerChannels mortalInsurers(@Qualifier("insurerChannels") InsurerChannels real, Operations operations) {
        return new Mortal(operations).over(real);
    }

    @Bean
    static BeanPostProcessor seamWrapper(Operations operations) {
        Mortal mortal = new Mortal(operations);
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (name) {
                    case "dataSource" -> new MortalDataSource((DataSource) bean, operations);
                    case "vault" -> mortal.over((Vault) bean);
                    case "answers" -> mortal.over((Answers) bean);
                    case "outFolder" -> mortal.over((OutFolder) bean);
                    case "documentChannels" -> mortal.over((DocumentChannels) bean);
                    case "resultLists" -> mortal.over((ResultLists) bean);
                    default -> bean;
                };
            }
        };
    }
}
