package io.claimgate.operations;

import io.claimgate.deadline.words.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * In which language dates explain themselves: {@code ?lang=}, else what the calendar's address was made for, else what was chosen in the
 * console, else {@code Accept-Language}; English where none of them names a language that there is.
 */
@Component("localeResolver")
public final class RequestLanguage implements LocaleResolver {

    /** Request attribute with the {@link Language} that goes with a calendar's address. */
    public static final String OF_THE_ADDRESS = RequestLanguage.class.getName();

    private static final String COOKIE = "claimgate-language";
    private static final Duration KEPT = Duration.ofDays(365);

    /** The language of the request that this thread serves; English outside of one, whatever the server's own language is. */
    public static Language current() {
        return LocaleContextHolder.getLocaleContext() == null
                ? Language.ENGLISH
                : Language.of(LocaleContextHolder.getLocale().toLanguageTag()).orElse(Language.ENGLISH);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Stream.of(named(request), ofTheAddress(request), chosen(request), accepted(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.ENGLISH)
                .locale();
    }

    /** Keeps a choice for a year, in a cookie: a session would forget it over lunch. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            ResponseCookie cookie = ResponseCookie.from(COOKIE, locale.getLanguage())
                    .path(request.getContextPath() + "/")
                    .maxAge(KEPT)
                    .httpOnly(true)
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    private static Optional<Language> named(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("lang")).flatMap(Language::of);
    }

    private static Optional<Language> ofTheAddress(HttpServletRequest request) {
        return Optional.ofNullable((Language) request.getAttribute(OF_THE_ADDRESS));
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : Language.of(cookie.getValue());
    }

    /** Without the header the container would name the server's own language. */
    private static Optional<Language> accepted(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .map(locale -> Language.of(locale.toLanguageTag()))
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
