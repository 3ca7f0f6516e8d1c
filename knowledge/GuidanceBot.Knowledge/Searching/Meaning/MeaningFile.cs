using System.Security.Cryptography;
using System.Text;

namespace GuidanceBot.Knowledge.Searching.Meaning;

/// <summary>Keeps vectors between runs, each under a digest of its model and text, so that only what changed is encoded again.</summary>
/// <remarks>A cache: a file that is absent, cut short or unwritable costs time and nothing else.</remarks>
internal static class MeaningFile
{
    private const int DigestLength = 32;

    public static string KeyOf(string model, string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\n{text}")));

    public static Dictionary<string, float[]> Read(string path)
    {
        var kept = new Dictionary<string, float[]>(StringComparer.Ordinal);
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            var dimensions = reader.ReadInt32();
            var record = DigestLength + ((long)dimensions * sizeof(float));
            if (dimensions is < 1 or > 65_536 || (reader.BaseStream.Length - sizeof(int)) % record != 0)
            {
                return kept;
            }

            for (var left = (reader.BaseStream.Length - sizeof(int)) / record; left > 0; left--)
            {
                var key = Convert.ToHexString(reader.ReadBytes(DigestLength));
                var vector = new float[dimensions];
                reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(vector.AsSpan()));
                kept[key] = vector;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            kept.Clear();
        }

        return kept;
    }

    /// <summary>Replaces the file as a whole: a run that is cut short leaves the old one.</summary>
    public static bool Write(string path, IReadOnlyDictionary<string, float[]> vectors)
    {
        if (vectors.Count == 0)
        {
            return true;
        }

        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var writer = new BinaryWriter(File.Create(draft)))
            {
                writer.Write(vectors.First().Value.Length);
                foreach (var (key, vector) in vectors)
                {
                    writer.Write(Convert.FromHexString(key));
                    writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(vector.AsSpan()));
                }
            }

            File.Move(draft, path, overwrite: true);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
