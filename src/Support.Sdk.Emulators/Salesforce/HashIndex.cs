namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Rows by the hash of a value: three integers a row, whatever the value's length. Who asks compares the values.</summary>
internal sealed class HashIndex
{
    private const int Absent = -2;
    private const int End = -1;
    private int[] _heads = NewArray(16, End);
    private int[] _next = [];
    private int[] _hashes = [];
    private int _count;

    public void Add(int row, string value)
    {
        if (row >= _next.Length)
        {
            var size = Math.Max(row + 1, Math.Max(16, _next.Length * 3 / 2));
            var old = _next.Length;
            Array.Resize(ref _next, size);
            Array.Resize(ref _hashes, size);
            _next.AsSpan(old).Fill(Absent);
        }

        if (++_count > _heads.Length)
        {
            Grow();
        }

        _hashes[row] = Hash(value);
        Link(row);
    }

    public void Remove(int row)
    {
        ref var link = ref _heads[_hashes[row] & (_heads.Length - 1)];
        while (link != row)
        {
            link = ref _next[link];
        }

        link = _next[row];
        _next[row] = Absent;
        _count--;
    }

    /// <summary>Rows that may have the value, the latest first.</summary>
    public IEnumerable<int> Candidates(string value)
    {
        var hash = Hash(value);
        for (var row = _heads[hash & (_heads.Length - 1)]; row >= 0; row = _next[row])
        {
            if (_hashes[row] == hash)
            {
                yield return row;
            }
        }
    }

    private static int Hash(string value) => string.GetHashCode(value, StringComparison.OrdinalIgnoreCase);

    private static int[] NewArray(int size, int value)
    {
        var array = new int[size];
        Array.Fill(array, value);
        return array;
    }

    private void Link(int row)
    {
        ref var head = ref _heads[_hashes[row] & (_heads.Length - 1)];
        _next[row] = head;
        head = row;
    }

    private void Grow()
    {
        _heads = NewArray(_heads.Length * 2, End);
        for (var row = 0; row < _next.Length; row++)
        {
            if (_next[row] != Absent)
            {
                Link(row);
            }
        }
    }
}
