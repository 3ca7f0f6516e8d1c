using System.ComponentModel.DataAnnotations;

namespace GuidanceBot.Host.WebChat;

/// <summary>The <c>WebChat</c> section: a chat with the bot on its start page, and the Direct Line endpoint that it talks to.</summary>
/// <remarks>
/// For trying the bot on one's own machine, or for a page of one's own. What is said stays in memory, for the page to read, until the
/// conversation has been silent for half an hour; it is written nowhere.
/// </remarks>
public sealed class WebChatOptions
{
    public const string Section = "WebChat";

    /// <summary>Whether it is there.</summary>
    /// <value>false unless set; in Development true.</value>
    public bool Enabled { get; set; }

    /// <summary>
    /// What a server of one's own must say to begin a conversation for somebody, as Direct Line's secret. Without one, only programs on
    /// this machine may. Never put it into a page. Keep it in a secret store or in the environment (<c>WebChat__Secret</c>).
    /// </summary>
    /// <value>16 characters or more; not set unless set.</value>
    [MinLength(16)]
    public string? Secret { get; set; }

    /// <summary>The file <c>webchat.js</c> of npm's <c>botframework-webchat</c>: <c>dotnet build -p:WebChat=true</c> puts it there.</summary>
    /// <value>Absolute, or relative to the program; webchat/webchat.js unless set.</value>
    [Required]
    public string ScriptPath { get; set; } = "webchat/webchat.js";
}
