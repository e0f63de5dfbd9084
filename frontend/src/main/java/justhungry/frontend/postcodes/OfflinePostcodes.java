package justhungry.frontend.postcodes;

/** A check of the format only, which says so. */
final class OfflinePostcodes implements Postcodes {
    @Override
    public Verdict check(String postcode) {
        if (PostcodeShape.fits(postcode)) {
            return new Verdict.Accepted();
        }
        return new Verdict.Refused("not a postcode: '%s'; write it like DH1 3LE (offline: only the format is checked)"
                .formatted(postcode));
    }

    @Override
    public String describe() {
        return "offline: checks only the format of a postcode";
    }
}
