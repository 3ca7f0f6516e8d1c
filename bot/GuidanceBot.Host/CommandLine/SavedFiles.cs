using GuidanceBot.Turns;

namespace GuidanceBot.Host.CommandLine;

/// <summary>Puts the documents of a reply into a folder. A file that is there already is never overwritten.</summary>
internal static class SavedFiles
{
    private const int MostTries = 1000;

    /// <returns>Where it stands now.</returns>
    /// <exception cref="IOException">It cannot be written there.</exception>
    public static async Task<string> SaveAsync(ReplyFile file, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file.Name);
        for (var number = 1; ; number++)
        {
            var path = Path.Combine(folder.FullName, number == 1 ? name : $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}");
            try
            {
                await using var written = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                await written.WriteAsync(file.Content, cancellationToken);
                return path;
            }
            catch (IOException) when (File.Exists(path) && number < MostTries)
            {
                // taken: the next number
            }
        }
    }
}
