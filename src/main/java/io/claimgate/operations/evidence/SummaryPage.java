package io.claimgate.operations.evidence;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The summary as a page that opens without the gateway. */
@Component
class SummaryPage {

    private final ITemplateEngine templates;

    SummaryPage(ITemplateEngine templates) {
        this.templates = templates;
    }

    String render(Summary summary) {
        return templates.process("evidence", new Context(Locale.ENGLISH, Map.of("s", summary)));
    }
}
