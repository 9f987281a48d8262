package io.claimgate.operations;

import io.claimgate.problem.ProblemCode;
import org.springframework.http.HttpStatus;

/** A request that cannot be served, as its caller reads it. */
public final class ApiProblem extends RuntimeException {

    private final ProblemCode code;
    private final HttpStatus status;

    private ApiProblem(ProblemCode code, HttpStatus status, String detail) {
        super(detail);
        this.code = code;
        this.status = status;
    }

    /** 404: it does not exist, or not for this caller. */
    public static ApiProblem notFound(String what) {
        return new ApiProblem(
                ProblemCode.OPS_004, HttpStatus.NOT_FOUND, what + " does not exist, or is not yours to see");
    }

    /** 400: {@code detail} names the value and the mend. */
    public static ApiProblem badRequest(String detail) {
        return new ApiProblem(ProblemCode.OPS_005, HttpStatus.BAD_REQUEST, detail);
    }

    /** 409: its state does not allow this. */
    public static ApiProblem conflict(String detail) {
        return new ApiProblem(ProblemCode.OPS_006, HttpStatus.CONFLICT, detail);
    }

    /** 403: the account lacks the right or the creditor. */
    public static ApiProblem forbidden(String detail) {
        return new ApiProblem(ProblemCode.SEC_001, HttpStatus.FORBIDDEN, detail);
    }

    /** 400: the password is not good enough. */
    public static ApiProblem weakPassword(String detail) {
        return new ApiProblem(ProblemCode.SEC_002, HttpStatus.BAD_REQUEST, detail);
    }

    /** What a flow refused, with the status that its code asks for. */
    public static ApiProblem refused(ProblemCode code, String detail) {
        HttpStatus status = switch (code) {
            case OPS_004 -> HttpStatus.NOT_FOUND;
            case OPS_005, DOS_002, DOS_003, DOS_005, DOS_006, DOS_007 -> HttpStatus.BAD_REQUEST;
            case DOS_004 -> HttpStatus.PAYLOAD_TOO_LARGE;
            case SEC_001, SEC_003 -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.CONFLICT;
        };
        return new ApiProblem(code, status, detail);
    }

    public ProblemCode code() {
        return code;
    }

    public HttpStatus status() {
        return status;
    }

    /** The sentence for people; never null. */
    public String detail() {
        String message = getMessage();
        return message == null ? code.mend() : message;
    }
}
