package justhungry.cluster.process;

import java.util.List;

/** The commands that start the roles. */
public interface RoleCommands {
    /** The words of the command line before the role's own arguments. */
    List<String> command(Role role);
}
