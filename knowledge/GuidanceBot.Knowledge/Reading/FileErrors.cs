namespace GuidanceBot.Knowledge.Reading;

/// <summary>Gathers what is wrong with one file, so that all of it can be told at once.</summary>
internal sealed class FileErrors(string file)
{
    private readonly List<ContentError> _all = [];

    public string File { get; } = file;

    public IReadOnlyList<ContentError> All => _all;

    public void Add(string code, int line, int column, string message) =>
        _all.Add(new ContentError(code, File, line, column, message));
}
