namespace GuidanceBot.Generation.Grounding;

/// <summary>In what a sentence differs from the guidance that it is said to be made from. The set is closed, so that each is counted and tested.</summary>
public enum GroundingFault
{
    /// <summary>It is empty, too long, or holds a link, markup, several lines or signs that no sentence has.</summary>
    Form,

    /// <summary>The passage that it names is not there.</summary>
    Passage,

    /// <summary>A mark that stands for a number or a contact is not the passage's.</summary>
    Token,

    /// <summary>A figure, an age, a time limit or a unit is another, is new or is left out.</summary>
    Figure,

    /// <summary>Not, never, no, without.</summary>
    Negation,

    /// <summary>Must, should, may, can, will.</summary>
    Modality,

    /// <summary>If, unless, only, until, or, before, after.</summary>
    Condition,

    /// <summary>A name, an agency or an abbreviation that the passage does not have.</summary>
    Name,

    /// <summary>Another word that the passage does not have.</summary>
    Added,

    /// <summary>A word that the passage has and that may not be left out.</summary>
    LeftOut,

    /// <summary>The passage's words in another order, or cut into other sentences.</summary>
    Order,

    /// <summary>The encoder finds it too far from the passage.</summary>
    Meaning,
}
