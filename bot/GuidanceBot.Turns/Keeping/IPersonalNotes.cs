namespace GuidanceBot.Turns.Keeping;

/// <summary>Keeps what a person has begun or said of their work, from one conversation to the next. Content is encrypted where it is kept.</summary>
/// <remarks>In a turn, what is written is kept when the turn is, and not otherwise.</remarks>
public interface IPersonalNotes
{
    /// <param name="person">Whose.</param>
    /// <param name="name">Which: for a draft, the pathway's; at most 100 characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The content; null when there is none, or it is past its lifetime.</returns>
    ValueTask<byte[]?> GetAsync(PersonKey person, string name, CancellationToken cancellationToken);

    ValueTask SaveAsync(PersonKey person, string name, byte[] content, CancellationToken cancellationToken);

    ValueTask DeleteAsync(PersonKey person, string name, CancellationToken cancellationToken);
}

/// <summary>Pathways that were begun: person and pathway.</summary>
public interface IDrafts : IPersonalNotes;

/// <summary>What a person has said of their work, and what dialogs keep in their user scope.</summary>
public interface IPeople : IPersonalNotes;
