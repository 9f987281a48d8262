package io.claimgate.operations.console;

import io.claimgate.deadline.words.Language;
import io.claimgate.operations.RequestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** In which language dates explain themselves from now on, in this browser. */
@Controller
class LanguageSwitch {

    private final RequestLanguage languages;

    LanguageSwitch(RequestLanguage languages) {
        this.languages = languages;
    }

    @PostMapping("/language")
    String choose(
            @RequestParam String to,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String referer,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language language = Language.of(to).orElse(Language.ENGLISH);
        languages.setLocale(request, response, language.locale());
        return "redirect:" + pageOf(referer, request.getContextPath());
    }

    /** The page that the button stood on, never an address of somebody else. */
    static String pageOf(@Nullable String referer, String contextPath) {
        try {
            URI page = URI.create(referer == null ? "" : referer);
            String path = page.getRawPath() == null ? "" : page.getRawPath();
            if (!path.startsWith(contextPath + "/") || path.startsWith("//")) {
                return "/";
            }
            return path.substring(contextPath.length()) + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        } catch (IllegalArgumentException none) {
            return "/";
        }
    }
}
