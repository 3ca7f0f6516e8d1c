using System.Globalization;
using System.Text.Json.Nodes;

namespace GuidanceBot.Host.WebChat;

/// <summary>One chat of one person on a page: what was said, numbered, for the page to fetch.</summary>
/// <param name="id">Names it.</param>
/// <param name="token">Whoever has it is the person.</param>
/// <param name="userId">The person's id, as the page chose it.</param>
internal sealed class DirectLineConversation(string id, string token, string userId)
{
    /// <summary>More than anybody scrolls back; older ones are gone.</summary>
    private const int MostKept = 200;

    private readonly Lock _gate = new();
    private readonly Queue<JsonObject> _said = new();
    private int _dropped;
    private int _ids;

    public string Id => id;

    public string Token => token;

    public string UserId => userId;

    /// <summary>The next id of an activity.</summary>
    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"{id}|{Interlocked.Increment(ref _ids):D7}");

    public void Add(JsonObject activity)
    {
        lock (_gate)
        {
            _said.Enqueue(activity);
            if (_said.Count > MostKept)
            {
                _said.Dequeue();
                _dropped++;
            }
        }
    }

    /// <summary>What was said after the watermark, and the next watermark. One that cannot be read is the beginning.</summary>
    public JsonObject After(string? watermark)
    {
        lock (_gate)
        {
            var seen = int.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            return new JsonObject
            {
                ["activities"] = new JsonArray([.. _said.Skip(Math.Max(0, seen - _dropped)).Select(activity => activity.DeepClone())]),
                ["watermark"] = (_dropped + _said.Count).ToString(CultureInfo.InvariantCulture),
            };
        }
    }
}
