package justhungry.frontend.postcodes;

/** A check of the format only, which says so. */
final class OfflinePostcodeChecker implements PostcodeChecker {
    @Override
    public PostcodeResult check(String postcode) {
        var known = PostcodeFormat.knownCode(postcode);
        if (known.isPresent()) {
            return new PostcodeResult.NoSuchPostcode(known.get());
        }
        return PostcodeFormat.matches(postcode)
                ? new PostcodeResult.FormatAccepted()
                : new PostcodeResult.NoSuchPostcode(
                        PostcodeFormat.malformed(postcode) + " (offline: only the format is checked)");
    }

    @Override
    public String describe() {
        return "offline: checks only the format of a postcode";
    }
}
