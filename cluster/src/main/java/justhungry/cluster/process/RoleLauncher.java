package justhungry.cluster.process;

import java.util.List;

/** The commands that start the roles. */
public interface RoleLauncher {
    /** The words of the command line before the role's own arguments. */
    List<String> command(ProcessRole role);
}
