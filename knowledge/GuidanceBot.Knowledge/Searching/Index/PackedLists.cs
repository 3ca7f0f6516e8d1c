using System.Runtime.InteropServices;

namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>Many short lists of numbers in one array.</summary>
internal sealed class PackedLists(int[] values, int[] starts)
{
    public int Count => starts.Length - 1;

    public long SizeInBytes => 4L * (values.Length + starts.Length);

    public ReadOnlySpan<int> this[int index] => values.AsSpan(starts[index], starts[index + 1] - starts[index]);

    public int LengthOf(int index) => starts[index + 1] - starts[index];

    public void Write(BinaryWriter file)
    {
        WriteAll(file, values);
        WriteAll(file, starts);
    }

    public static PackedLists Read(BinaryReader file) => new(ReadAll(file), ReadAll(file));

    internal static void WriteAll(BinaryWriter file, int[] numbers)
    {
        file.Write(numbers.Length);
        file.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }

    /// <exception cref="InvalidDataException">The file ends before the numbers do.</exception>
    internal static int[] ReadAll(BinaryReader file)
    {
        var count = file.ReadInt32();
        if (count < 0 || 4L * count > file.BaseStream.Length - file.BaseStream.Position)
        {
            throw new InvalidDataException("The index file is cut off.");
        }

        var numbers = new int[count];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    /// <summary>Fills the lists one after the other.</summary>
    internal sealed class Builder
    {
        private readonly List<int> _values = [];
        private readonly List<int> _starts = [0];

        public int Count => _starts.Count - 1;

        public void Add(int value) => _values.Add(value);

        public void EndList() => _starts.Add(_values.Count);

        public ReadOnlySpan<int> Last => CollectionsMarshal.AsSpan(_values)[_starts[^2]..];

        public PackedLists Build() => new([.. _values], [.. _starts]);
    }
}
