package justhungry.client;

/**
 * The result of a search for front ends, in words.
 *
 * @param finding what was found, like {@code the name server at 127.0.0.1:1099 does not answer}
 * @param remedy what to do when none of the known front ends answers, as a sentence without its full stop, which would
 *     look like a part of the command
 */
public record SearchResult(String finding, String remedy) {}
