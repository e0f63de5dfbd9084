package justhungry.frontend.postcodes;

/** A check by the service, which is the authority even for malformed postcodes. */
final class OnlinePostcodeChecker implements PostcodeChecker {
    /** What becomes of postcodes while the service does not answer. */
    static final String CONSEQUENCE = "postcodes that it was not asked about before are refused meanwhile";

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
