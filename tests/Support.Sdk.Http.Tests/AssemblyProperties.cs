// The tests share nothing, but the clock driver spins while it waits for rest: more of them at once than half the processors would disturb each other.
[assembly: CollectionBehavior(MaxParallelThreads = 1)]
