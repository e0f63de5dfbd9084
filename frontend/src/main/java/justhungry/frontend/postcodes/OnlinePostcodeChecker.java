package justhungry.frontend.postcodes;

import java.io.IOException;

/** A check by the service, which is the authority even for malformed postcodes. */
final class OnlinePostcodeChecker implements PostcodeChecker {
    private final PostcodeService service;

    OnlinePostcodeChecker(PostcodeService service) {
        this.service = service;
    }

    @Override
    public PostcodeResult check(String postcode) {
        try {
            return service.query(postcode);
        } catch (IOException e) {
            return new PostcodeResult.Unchecked(
                    "the postcode could not be checked: %s cannot be reached. Try again in a moment; without internet, start the front end with --postcodes offline"
                            .formatted(service.hostAndPort()));
        }
    }

    @Override
    public String describe() {
        return "online: checked by " + service.hostAndPort();
    }
}
