using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Memory;

/// <summary>What is kept of a conversation between turns, as small JSON that a person can read.</summary>
/// <remarks>
/// <code>
/// {"v":1,"user":{…},"conversation":{…},"stack":[
///   {"dialog":"#main","version":"…","state":{…},"plan":[{"do":"OnIntent0","stack":[…]}]}]}
/// </code>
/// A dialog is named <c>#id</c>, an action by its id or its kind and number within the dialog around it. Nothing depends on
/// where or when it was written, so the same state gives the same bytes.
/// </remarks>
internal sealed class DialogState
{
    /// <summary>The form of the JSON. A state of another form is refused.</summary>
    public const int FormVersion = 1;

    // Adaptive dialogs within adaptive dialogs: as deep as the limit on the stack lets them be.
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 512 };

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 512,
        SkipValidation = true,
    };

    public DialogObject User { get; set; } = [];

    public DialogObject Conversation { get; set; } = [];

    public List<DialogInstance> Stack { get; } = [];

    /// <summary>Ids of dialogs that were on the stack and are no longer in the content.</summary>
    public List<string> Lost { get; } = [];

    /// <exception cref="JsonException">The bytes are not a state.</exception>
    /// <exception cref="DialogException">The state is of another form.</exception>
    public static DialogState Read(ReadOnlySpan<byte> utf8, DialogSet dialogs)
    {
        var state = new DialogState();
        if (utf8.IsEmpty)
        {
            return state;
        }

        var reader = new Utf8JsonReader(utf8, ReaderOptions);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "v" when reader.GetInt32() != FormVersion:
                    throw new DialogException($"The state has form {reader.GetInt32()}; this program reads form {FormVersion}.");
                case "user":
                    state.User = ReadObject(ref reader);
                    break;
                case "conversation":
                    state.Conversation = ReadObject(ref reader);
                    break;
                case "stack":
                    state.ReadStack(ref reader, state.Stack, null, dialogs);
                    break;
            }
        }

        return state;
    }

    public byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("v", FormVersion);
            WriteUnlessEmpty(writer, "user", User);
            WriteUnlessEmpty(writer, "conversation", Conversation);
            WriteStack(writer, Stack, null);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteStack(Utf8JsonWriter writer, List<DialogInstance> stack, Dialog? container)
    {
        if (stack.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("stack");
        foreach (var instance in stack)
        {
            writer.WriteStartObject();
            writer.WriteString("dialog", NameOf(instance.Dialog, container));
            if (instance.Version is { } version)
            {
                writer.WriteString("version", version);
            }

            WriteUnlessEmpty(writer, "state", instance.State);
            if (instance.Plan.Count > 0)
            {
                writer.WriteStartArray("plan");
                foreach (var entry in instance.Plan)
                {
                    writer.WriteStartObject();
                    writer.WriteString("do", NameOf(entry.Dialog, instance.Dialog));
                    if (entry.Options is not null)
                    {
                        writer.WritePropertyName("options");
                        ValueJson.Write(writer, entry.Options);
                    }

                    WriteStack(writer, entry.Stack, instance.Dialog);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteUnlessEmpty(Utf8JsonWriter writer, string name, DialogObject value)
    {
        if (value.Count > 0)
        {
            writer.WritePropertyName(name);
            ValueJson.Write(writer, value);
        }
    }

    private static string NameOf(Dialog dialog, Dialog? container) =>
        dialog is AdaptiveDialog || dialog.Owner is null ? $"#{dialog.Key}"
        : dialog.Owner == container ? dialog.Key : $"#{dialog.Owner.Key}/{dialog.Key}";

    private static Dialog? Find(string name, AdaptiveDialog? container, DialogSet dialogs)
    {
        if (name is not ['#', .. var path])
        {
            return container?.PartByKey(name);
        }

        return dialogs.Find(path) ?? (path.LastIndexOf('/') is > 0 and var cut
            ? (dialogs.Find(path[..cut]) as AdaptiveDialog)?.PartByKey(path[(cut + 1)..])
            : null);
    }

    private static DialogObject ReadObject(ref Utf8JsonReader reader) => ValueJson.Read(ref reader) as DialogObject ?? [];

    /// <summary>Reads a stack up to the first dialog or action that is no longer there; what stood on it has no ground.</summary>
    private void ReadStack(ref Utf8JsonReader reader, List<DialogInstance> stack, AdaptiveDialog? container, DialogSet dialogs)
    {
        var whole = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            if (ReadInstance(ref reader, container, dialogs) is { } instance && whole)
            {
                stack.Add(instance);
            }
            else
            {
                whole = false;
            }
        }
    }

    private DialogInstance? ReadInstance(ref Utf8JsonReader reader, AdaptiveDialog? container, DialogSet dialogs)
    {
        DialogInstance? instance = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = reader.GetString();
            reader.Read();
            if (property == "dialog")
            {
                var name = reader.GetString()!;
                instance = Find(name, container, dialogs) is { } dialog ? new DialogInstance(dialog) : null;
                if (instance is null && name is ['#', .. var lost])
                {
                    Lost.Add(lost);
                }
            }
            else if (instance is null)
            {
                reader.Skip();
            }
            else if (property == "version")
            {
                instance.Version = reader.GetString();
            }
            else if (property == "state")
            {
                instance.State = ReadObject(ref reader);
            }
            else if (property == "plan")
            {
                ReadPlan(ref reader, instance, dialogs);
            }
            else
            {
                reader.Skip();
            }
        }

        return instance;
    }

    private void ReadPlan(ref Utf8JsonReader reader, DialogInstance instance, DialogSet dialogs)
    {
        var container = instance.Dialog as AdaptiveDialog;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            PlanEntry? entry = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var property = reader.GetString();
                reader.Read();
                switch (property)
                {
                    case "do":
                        entry = Find(reader.GetString()!, container, dialogs) is { } dialog ? new PlanEntry(dialog) : null;
                        break;
                    case "options" when entry is not null:
                        entry = new PlanEntry(entry.Dialog, ValueJson.Read(ref reader));
                        break;
                    case "stack" when entry is not null:
                        ReadStack(ref reader, entry.Stack, container, dialogs);
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            if (entry is not null)
            {
                instance.Plan.Add(entry);
            }
        }
    }
}
