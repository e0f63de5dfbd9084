package justhungry.frontend.postcodes;

/** A check of the format only, which says so. */
final class OfflinePostcodeChecker implements PostcodeChecker {
    @Override
    public PostcodeResult check(String postcode) {
        if (PostcodeFormat.matches(postcode)) {
            return new PostcodeResult.FormatAccepted();
        }
        return new PostcodeResult.NoSuchPostcode(
                "not a postcode: '%s'; write it like DH1 3LE (offline: only the format is checked)"
                        .formatted(postcode));
    }

    @Override
    public String describe() {
        return "offline: checks only the format of a postcode";
    }
}
