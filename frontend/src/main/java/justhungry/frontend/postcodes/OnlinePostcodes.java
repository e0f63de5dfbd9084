package justhungry.frontend.postcodes;

import java.io.IOException;

/** A check by the service, which is the authority even for malformed postcodes. */
final class OnlinePostcodes implements Postcodes {
    private final PostcodeService service;

    OnlinePostcodes(PostcodeService service) {
        this.service = service;
    }

    @Override
    public Verdict check(String postcode) {
        try {
            return service.ask(postcode);
        } catch (IOException e) {
            return new Verdict.Unchecked(
                    "the postcode could not be checked: %s cannot be reached. Try again in a moment; without internet, start the front end with --postcodes offline"
                            .formatted(service.place()));
        }
    }

    @Override
    public String describe() {
        return "online: checked by " + service.place();
    }
}
