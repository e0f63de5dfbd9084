package justhungry.cli.command;

/** A command's name and summary, as the list of commands shows them. */
public record CommandInfo(String name, String summary) {}
