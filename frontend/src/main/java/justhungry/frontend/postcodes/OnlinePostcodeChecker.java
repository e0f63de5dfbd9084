package justhungry.frontend.postcodes;

/** A check by the service, which is the authority even for malformed postcodes. */
final class OnlinePostcodeChecker implements PostcodeChecker {
    /** What becomes of postcodes while the service does not answer. */
    static final String CONSEQUENCE =
            "until it answers properly, only postcodes that it has answered for before can be checked; all others are refused";

    private final PostcodeService service;

    OnlinePostcodeChecker(PostcodeService service) {
        this.service = service;
    }

    @Override
    public PostcodeResult check(String postcode) {
        try {
            return service.query(postcode).result(postcode);
        } catch (UncheckedPostcodeException e) {
            return service.lastAnswer(postcode)
                    .map(answer -> answer.result(postcode))
                    .orElseGet(e::result);
        }
    }

    @Override
    public String describe() {
        return "online: " + service.describe();
    }
}
