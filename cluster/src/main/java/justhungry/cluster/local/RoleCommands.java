package justhungry.cluster.local;

import java.util.List;

/** How a role is started. */
public interface RoleCommands {
    /** The words of the command line before the role's own arguments. */
    List<String> command(Role role);
}
