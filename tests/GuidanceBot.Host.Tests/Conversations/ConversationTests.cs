using System.Globalization;
using System.Text.Json;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Tests;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Keeping;

namespace GuidanceBot.Host.Tests.Conversations;

/// <summary>Plays every script in tests/conversations through the whole turn. To add a test, add a file there.</summary>
public sealed class ConversationTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "conversations");

    public static TheoryData<string> Scripts =>
        [.. Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task The_bot_replies_as_the_script_says(string script)
    {
        var owner = new PersonKey("test", "", script);
        var conversation = new Conversation { Owner = owner };
        Reply? reply = null;
        program.Clock.Now = AdjustableClock.WorkingMorning;

        foreach (var line in ConversationScript.Read(Path.Combine(Folder, script)).Lines)
        {
            switch (line.Key)
            {
                case "as":
                    conversation.Person = conversation.Person with { Role = Enum.Parse<Audience>(line.Value, ignoreCase: true) };
                    break;
                case "area":
                    conversation.Person = conversation.Person with { Area = Enum.Parse<Area>(line.Value, ignoreCase: true) };
                    break;
                case "at":
                    program.Clock.Now = AdjustableClock.InEngland(DateTime.Parse(line.Value, CultureInfo.InvariantCulture));
                    break;
                case "new":
                    conversation = new Conversation { Owner = owner, Person = conversation.Person };
                    break;
                case "says":
                    reply = await program.Turn.ReplyToAsync(line.Value, conversation, TestContext.Current.CancellationToken);
                    break;
                default:
                    Check(script, line, reply!);
                    break;
            }
        }

        Assert.NotNull(reply);
    }

    private static void Check(string script, ScriptLine line, Reply reply)
    {
        var status = JsonSerializer.Serialize(reply.Status).Trim('"');
        var holds = line.Key switch
        {
            "status" => line.Alternatives.Contains(status),
            "contains" => line.Alternatives.Any(words => reply.Text.Contains(words, StringComparison.OrdinalIgnoreCase)),
            "file" => line.Alternatives.Any(words => reply.Files.Any(file => file.Name.Contains(words, StringComparison.OrdinalIgnoreCase))),
            "file-contains" => line.Alternatives.Any(words => reply.Files.Any(file => FileText.Of(file).Contains(words, StringComparison.OrdinalIgnoreCase))),
            "file-not" => !line.Alternatives.Any(words => reply.Files.Any(file => FileText.Of(file).Contains(words, StringComparison.OrdinalIgnoreCase))),
            "not" => !line.Alternatives.Any(words => reply.Text.Contains(words, StringComparison.OrdinalIgnoreCase)),
            _ => throw new InvalidOperationException(line.Key),
        };

        Assert.True(holds, $"{script}:{line.Number}: expected {line.Key} '{line.Value}', got {status}:\n{reply.Text}");
    }
}
