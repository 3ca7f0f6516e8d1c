using GuidanceBot.Knowledge.Reading;
using GuidanceBot.Knowledge.Searching;
using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Ranking;
using Microsoft.Extensions.Time.Testing;

namespace GuidanceBot.Knowledge.Tests;

/// <summary>A small guidance of made-up rules, as files.</summary>
internal static class SmallCorpus
{
    public const string Sofas =
        """
        ---
        title: Sofas and armchairs
        kind: guidance
        area: national
        audience: [practitioner, champion, ambulance]
        owner: Steering group
        effective: 2026-01-10
        review-by: 2026-07-10
        approved-by: ""
        topics: [safer sleep, sofa]
        sources:
          S-SOFA:
            title: A study of sofas
            url: https://example.org/sofas
            date: "2014"
            confidence: high
          S-LEAFLET:
            title: A leaflet
            date: undated
            confidence: medium
        ---

        # Sofas and armchairs

        ## Is it safe to fall asleep with a baby on a sofa?
        <!--
        also: armchair, recliner
        pathway: co-sleeping
        contacts: night-line
        -->

        Never fall asleep with a baby on a sofa. [S-SOFA] The risk is about 50 times higher there. [S-SOFA, S-LEAFLET]
        If you worry, ring {{front-door}}. [ours]

        Tell the parents:

        - Put the baby down first if you feel drowsy. [S-LEAFLET]
        - A partner should take over at 3.30 a.m. if they can. [S-LEAFLET]

        ## How warm should the room be?

        A room of 16 to 20 degrees is about right. [S-LEAFLET] Unless the baby is ill, no extra blanket is needed. [S-LEAFLET]

        """;

    public const string Referral =
        """
        ---
        title: Making a referral
        kind: procedure
        area: both
        audience: [practitioner]
        owner: Partnership
        effective: 2026-01-10
        review-by: 2026-07-10
        approved-by: Board
        topics: [referral]
        sources:
          S-MANUAL: { title: The manual, url: "https://example.org/manual", date: undated, confidence: high }
        ---

        # Making a referral

        ## How do I make a referral in the city?
        <!--
        area: derby
        contacts: front-door
        -->

        In the city you should telephone the front door, then confirm in writing within 48 hours. [S-MANUAL]

        ## How do I make a referral in the county?
        <!--
        area: derbyshire
        -->

        In the county you should telephone the other front door and then use the online form. [S-MANUAL]

        ## What is the escalation policy?

        Talk to the other worker first, then to your manager, when you disagree about a decision. [S-MANUAL]

        ## How quickly does escalation move in Coventry?
        <!--
        status: other-area
        area: other
        -->

        In Coventry escalation of a disagreement between practitioners moves from the worker to the manager within one working day. [S-MANUAL]

        """;

    public const string Contacts =
        """
        contacts:
          - id: front-door
            name: Front Door Team
            for: a worry about a child in the city
            area: derby
            phone: 01332 000000
            hours: Mon-Fri 09:00-17:00
            out-of-hours: night-line
            source: { title: A page, url: "https://example.org", date: undated }
            checked: 2026-01-10
            verified-by: ""
          - id: night-line
            name: Night Line
            for: a worry at night
            area: both
            phone: 01332 111111
            hours: always
            source: { title: A page }
            checked: 2026-01-10
            verified-by: A. Person
        """;

    public const string Thesaurus =
        """
        entries:
          - from: [settee, couch]
            to: [sofa]
            both: true
          - from: [grown up chair]
            to: [armchair]
        """;

    public static FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    public static string WriteTo(TemporaryFolder folder)
    {
        folder.Write("contacts.yaml", Contacts);
        folder.Write("thesaurus.yaml", Thesaurus);
        folder.Write("corpus/guidance/sofas.md", Sofas);
        folder.Write("corpus/procedures/referral.md", Referral);
        return folder.File("corpus");
    }

    public static GuidanceLibrary Read()
    {
        using var folder = new TemporaryFolder();
        return CorpusReader.Read(WriteTo(folder));
    }

    public static IGuidanceSearch Search(GuidanceLibrary library) => new GuidanceSearch(
        library, IndexStore.InMemory(library, RankingParameters.Default), new KnowledgeOptions(), Clock, RankingParameters.Default);
}
