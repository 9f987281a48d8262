package io.claimgate.app;

import io.claimgate.catalogue.AccountingFiles;
import io.claimgate.catalogue.ConfigurationFiles;
import io.claimgate.files.AccountingFileWriter;
import io.claimgate.files.OutFolders;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Home;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Tasks;
import io.claimgate.flow.bookkeeping.AnswerHandler;
import io.claimgate.flow.bookkeeping.BatchActs;
import io.claimgate.flow.bookkeeping.Bookkeeper;
import io.claimgate.flow.bookkeeping.BookkeepingSettings;
import io.claimgate.flow.bookkeeping.HoldBatchHandler;
import io.claimgate.flow.bookkeeping.OutFolder;
import io.claimgate.flow.bookkeeping.PostingBatchHandler;
import io.claimgate.flow.bookkeeping.Receipts;
import io.claimgate.flow.bookkeeping.StopSupply;
import io.claimgate.store.bookkeeping.JdbcHolds;
import io.claimgate.store.bookkeeping.JdbcOutBatches;
import io.claimgate.store.bookkeeping.JdbcPostings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Postings and holds: made once, written once, answered by the ERP. */
@Configuration(proxyBeanMethods = false)
class BookkeepingConfiguration {

    @Bean
    AccountingFiles accountingFiles(ConfigurationFiles files) {
        AccountingFiles mappings = AccountingFiles.read(files.texts(AccountingFiles.FOLDER, ".yaml"));
        Refusal.ifAny(mappings.problems());
        return mappings;
    }

    @Bean
    JdbcPostings postingStore(NamedParameterJdbcTemplate named) {
        return new JdbcPostings(named);
    }

    @Bean
    JdbcOutBatches outBatches(JdbcClient sql) {
        return new JdbcOutBatches(sql);
    }

    @Bean
    JdbcHolds supplyHolds(NamedParameterJdbcTemplate named) {
        return new JdbcHolds(named);
    }

    @Bean
    Bookkeeper bookkeeper(JdbcPostings postings, AccountingFiles mappings, Ideas ideas, ConfigurationFiles files) {
        return new Bookkeeper(postings, mappings, ideas, files::hash);
    }

    @Bean
    Receipts postingReceipts(JdbcPostings postings, JdbcOutBatches batches, Ideas ideas) {
        return new Receipts(postings, postings, batches, ideas);
    }

    @Bean
    StopSupply stopSupply(JdbcHolds holds, Tasks tasks, BusinessClock clock) {
        return new StopSupply(holds, tasks, clock);
    }

    @Bean
    OutFolder outFolder(Home home) {
        return new OutFolders(home);
    }

    @Bean
    PostingBatchHandler postingBatchHandler(
            JdbcPostings postings,
            JdbcOutBatches batches,
            AccountingFiles mappings,
            OutFolder outFolder,
            Ideas ideas,
            BookkeepingSettings settings) {
        return new PostingBatchHandler(
                postings, batches, mappings, new AccountingFileWriter(), outFolder, ideas, settings);
    }

    @Bean
    HoldBatchHandler holdBatchHandler(JdbcHolds holds, JdbcOutBatches batches, OutFolder outFolder, Ideas ideas) {
        return new HoldBatchHandler(holds, batches, new AccountingFileWriter(), outFolder, ideas);
    }

    @Bean
    AnswerHandler answerHandler(JdbcPostings postings, JdbcOutBatches batches, Ideas ideas) {
        return new AnswerHandler(postings, batches, ideas);
    }

    @Bean
    BatchActs batchActs(JdbcOutBatches batches, PostingBatchHandler postings, HoldBatchHandler holds, Ideas ideas) {
        return new BatchActs(batches, postings, holds, ideas);
    }
}
