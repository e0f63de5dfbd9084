package justhungry.frontend.postcodes;

/** A check of the format only, which says so. */
final class OfflinePostcodes implements Postcodes {
    @Override
    public Verdict check(String postcode) {
        if (PostcodeShape.fits(postcode)) {
            return new Verdict.Accepted();
        }
        return new Verdict.Refused(
                "%s is not written like a postcode (only the shape is checked, offline); write it like DH1 3LE"
                        .formatted(postcode));
    }

    @Override
    public String describe() {
        return "offline: only the shape of a postcode is checked";
    }
}
