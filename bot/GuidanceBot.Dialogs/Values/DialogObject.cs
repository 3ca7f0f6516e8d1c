using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GuidanceBot.Dialogs.Values;

/// <summary>An object of the dialog world: names and values in the order they were set.</summary>
/// <remarks>
/// A name is looked up as written and, failing that, without regard to case, as Bot Framework's memory does. Up to
/// <see cref="LinearLimit"/> properties are searched one after the other, which is faster than hashing; more are indexed.
/// Not safe to change from two threads at once.
/// </remarks>
[SuppressMessage("Naming", "CA1710", Justification = "It is an object of the dialog world; that it can be walked is secondary.")]
public sealed class DialogObject : IReadOnlyCollection<KeyValuePair<string, object?>>
{
    private const int LinearLimit = 8;

    private KeyValuePair<string, object?>[] _items = [];
    private int _count;
    private Dictionary<string, int>? _index;
    private bool _sameNameInTwoCases;

    public DialogObject()
    {
    }

    public DialogObject(int capacity) => _items = capacity == 0 ? [] : new KeyValuePair<string, object?>[capacity];

    public int Count => _count;

    /// <summary>The value of a property; null when there is none. Setting null keeps the property, with null in it.</summary>
    public object? this[string name]
    {
        get => TryGetValue(name, out var value) ? value : null;
        set
        {
            var at = Find(name);
            if (at >= 0)
            {
                _items[at] = new(_items[at].Key, value);
            }
            else
            {
                Append(name, value);
            }
        }
    }

    /// <summary>The property at a place in the order, 0 to <see cref="Count"/> - 1.</summary>
    public KeyValuePair<string, object?> At(int place)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)_count, nameof(place));
        return _items[place];
    }

    public bool ContainsKey(string name) => Find(name) >= 0;

    public bool TryGetValue(string name, out object? value)
    {
        var at = Find(name);
        value = at >= 0 ? _items[at].Value : null;
        return at >= 0;
    }

    public bool TryGetValue(ReadOnlySpan<char> name, out object? value)
    {
        var at = Find(name);
        value = at >= 0 ? _items[at].Value : null;
        return at >= 0;
    }

    /// <summary>Sets a property whose name is taken as written: <c>a</c> and <c>A</c> stay two. For readers of JSON.</summary>
    public void SetExactly(string name, object? value)
    {
        var at = Find(name);
        if (at >= 0 && _items[at].Key == name)
        {
            _items[at] = new(name, value);
            return;
        }

        _sameNameInTwoCases |= at >= 0;
        Append(name, value);
    }

    public bool Remove(string name)
    {
        var at = Find(name);
        if (at < 0)
        {
            return false;
        }

        _count--;
        Array.Copy(_items, at + 1, _items, at, _count - at);
        _items[_count] = default;
        _index = null;
        return true;
    }

    public void Clear()
    {
        Array.Clear(_items, 0, _count);
        _count = 0;
        _index = null;
        _sameNameInTwoCases = false;
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => ValueText.Json(this);

    private void Append(string name, object? value)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count == 0 ? 4 : _count * 2);
        }

        _items[_count] = new(name, value);
        _index?.TryAdd(name, _count);
        _count++;
    }

    private int Find(string name)
    {
        if (_count > LinearLimit && !_sameNameInTwoCases)
        {
            return Index().TryGetValue(name, out var at) ? at : -1;
        }

        return Find(name.AsSpan());
    }

    private int Find(ReadOnlySpan<char> name)
    {
        if (_count > LinearLimit && !_sameNameInTwoCases)
        {
            return Index().GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var at) ? at : -1;
        }

        var ignoringCase = -1;
        for (var i = 0; i < _count; i++)
        {
            var key = _items[i].Key;
            if (!Matches(key, name))
            {
                continue;
            }

            if (!_sameNameInTwoCases || name.SequenceEqual(key))
            {
                return i;
            }

            ignoringCase = ignoringCase < 0 ? i : ignoringCase;
        }

        return ignoringCase;
    }

    /// <summary>Equality without regard to case, quick to say no by the first character and yes to the same spelling.</summary>
    private static bool Matches(string key, ReadOnlySpan<char> name) =>
        key.Length == name.Length
        && (key.Length == 0 || (((key[0] ^ name[0]) & ~0x20) == 0 && (name.SequenceEqual(key) || name.Equals(key, StringComparison.OrdinalIgnoreCase)))
            || (key[0] > 127 && name.Equals(key, StringComparison.OrdinalIgnoreCase)));

    private Dictionary<string, int> Index()
    {
        if (_index is null)
        {
            _index = new(_count, StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < _count; i++)
            {
                _index.TryAdd(_items[i].Key, i);
            }
        }

        return _index;
    }

    /// <summary>Walks the properties in order without allocating.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The usual home of an enumerator.")]
    public struct Enumerator : IEnumerator<KeyValuePair<string, object?>>
    {
        private readonly DialogObject _owner;
        private int _at;

        internal Enumerator(DialogObject owner)
        {
            _owner = owner;
            _at = -1;
        }

        public readonly KeyValuePair<string, object?> Current => _owner._items[_at];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++_at < _owner._count;

        public void Reset() => _at = -1;

        public readonly void Dispose()
        {
        }
    }
}
