package io.claimgate.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.files.DossierArchive;
import io.claimgate.flow.BusinessClock;
import io.claimgate.flow.Ideas;
import io.claimgate.flow.Vault;
import io.claimgate.flow.declaration.Books;
import io.claimgate.flow.transfer.ArchiveMaker;
import io.claimgate.flow.transfer.DocumentChannels;
import io.claimgate.flow.transfer.DossierHandler;
import io.claimgate.flow.transfer.PaperMaker;
import io.claimgate.flow.transfer.TransferBooks;
import io.claimgate.flow.transfer.TransferHandler;
import io.claimgate.paper.PdfPapers;
import io.claimgate.store.transfer.JdbcDossiers;
import io.claimgate.store.transfer.JdbcTransfers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dossiers of declared claims, and the way of documents to insurers. */
@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    @Bean
    TransferBooks transferBooks(Books books, JdbcClient sql, BusinessClock clock, ObjectMapper json) {
        return new TransferBooks(
                books.claims(),
                new JdbcDossiers(sql, clock, json),
                new JdbcTransfers(sql, clock),
                books.messages(),
                books.pauses());
    }

    @Bean
    DocumentChannels documentChannels(DeclarationConfiguration.Channels channels) {
        return channels.documents();
    }

    @Bean
    PaperMaker paperMaker() {
        return new PdfPapers();
    }

    @Bean
    ArchiveMaker archiveMaker(Vault vault) {
        return new DossierArchive(vault);
    }

    @Bean
    DossierHandler dossierHandler(
            TransferBooks books,
            Ideas ideas,
            PolicyContracts contracts,
            DocumentChannels channels,
            PaperMaker papers,
            ArchiveMaker archives) {
        return new DossierHandler(books, ideas, contracts, channels, papers, archives);
    }

    @Bean
    TransferHandler transferHandler(TransferBooks books, Ideas ideas, DocumentChannels channels) {
        return new TransferHandler(books, ideas, channels);
    }
}
