namespace Support.Sdk.Sqlite;

/// <summary>When a commit counts as durable. SQLite's <c>PRAGMA synchronous</c> in write-ahead mode (https://sqlite.org/pragma.html#pragma_synchronous).</summary>
public enum SqliteDurability
{
    /// <summary>
    /// Each commit is flushed to the disk before it returns (<c>synchronous = FULL</c>): it survives the end of the process, of the operating system, and a loss of power.
    /// This is what <see cref="Support.Sdk.Stores.IMachineStore"/> promises.
    /// </summary>
    Full,

    /// <summary>
    /// Commits are flushed at checkpoints only (<c>synchronous = NORMAL</c>): several times faster; a commit survives the end of the process, but a loss of power may take the
    /// last ones with it. The file stays sound. For tests and for data that can be had again.
    /// </summary>
    Normal,
}
