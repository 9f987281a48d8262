package io.claimgate.insurer;

import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.declaration.InsurerChannel;
import io.claimgate.flow.declaration.InsurerChannels;
import io.claimgate.flow.settlement.ResultList;
import io.claimgate.flow.settlement.ResultLists;
import io.claimgate.flow.transfer.DocumentChannel;
import io.claimgate.flow.transfer.DocumentChannels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;

/**
 * The channels to all insurers of the active configuration. One that is wrongly configured stops nobody else: what concerns it fails with
 * the reason.
 */
public final class ConfiguredInsurers implements InsurerChannels, AutoCloseable {

    private final Map<String, InsurerChannel> channels = new TreeMap<>();
    private final Map<String, List<DocumentChannel>> documents = new TreeMap<>();
    private final Map<String, ResultList> lists = new TreeMap<>();
    private final Map<String, PartnerFailure.Permanent> broken = new TreeMap<>();
    private final ExecutorService calls;
    private final InsurerRoutes routes;
    private final SftpCalls sftp;

    /**
     * Call it once Camel has the route templates {@code insurer-soap} and {@code insurer-sftp}, before or after its start.
     *
     * @param profiles of {@code mappings/insurers}
     */
    public ConfiguredInsurers(
            CamelContext camel, List<InsurerProfile> profiles, PartnerFiles files, Addresses addresses) {
        AtomicInteger number = new AtomicInteger();
        calls = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "insurer-call-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        routes = new InsurerRoutes(camel, files);
        sftp = new SftpCalls(camel, calls, addresses);
        SoapCaller caller = new SoapCaller(camel, calls, addresses);
        for (InsurerProfile profile : profiles) {
            try {
                PartnerWords words = PartnerWords.compile(profile, files);
                routes.add(profile);
                channels.put(profile.insurer(), new SoapChannel(profile, words, caller));
                documents.put(profile.insurer(), ways(profile, words, caller, files));
                String results = profile.soap().results();
                if (results != null && profile.voice().equals(profile.insurer())) {
                    lists.put(profile.insurer(), new SoapResultList(profile, results, words, caller));
                }
            } catch (PartnerFailure.Permanent e) {
                broken.put(profile.insurer(), e);
            }
        }
    }

    @Override
    public InsurerChannel of(String insurer) {
        InsurerChannel channel = channels.get(insurer);
        if (channel != null) {
            return channel;
        }
        throw unavailable(insurer);
    }

    /** The ways of documents, in the order in which they are preferred. */
    public DocumentChannels documents() {
        return insurer -> {
            List<DocumentChannel> ways = documents.get(insurer);
            if (ways == null) {
                throw unavailable(insurer);
            }
            return ways;
        };
    }

    /** The lists of those who keep one; who is wrongly configured has none. */
    public ResultLists lists() {
        return new ResultLists() {
            @Override
            public Collection<String> insurers() {
                return lists.keySet();
            }

            @Override
            public Optional<ResultList> of(String insurer) {
                return Optional.ofNullable(lists.get(insurer));
            }
        };
    }

    private List<DocumentChannel> ways(
            InsurerProfile profile, PartnerWords words, SoapCaller caller, PartnerFiles files) {
        List<DocumentChannel> ways = new ArrayList<>();
        InsurerProfile.SoapDocuments soap = profile.documents().soap();
        if (soap != null) {
            ways.add(new SoapDocuments(profile, soap, words, caller));
        }
        InsurerProfile.SftpDocuments server = profile.documents().sftp();
        if (server != null) {
            sftp.addRoutes(profile.insurer());
            ways.add(new SftpDossiers(profile, server, DossierWords.compile(files), sftp));
        }
        return List.copyOf(ways);
    }

    private PartnerFailure.Permanent unavailable(String insurer) {
        PartnerFailure.Permanent reason = broken.get(insurer);
        return new PartnerFailure.Permanent(
                reason == null
                        ? "there is no insurer \"" + insurer + "\" under mappings/insurers; add its folder"
                        : String.valueOf(reason.getMessage()),
                reason);
    }

    @Override
    public void close() {
        calls.shutdownNow();
        sftp.close();
        routes.close();
    }
}
