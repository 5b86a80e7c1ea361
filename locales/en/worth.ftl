# How far findings could move the figures (worth)

worth-heading = How far these findings could move the main figures (at most)
worth-column = Could move
worth-nothing = nothing
worth-blocking = holds back a table or a report
worth-points = up to { $points } points: { $figure }
worth-persons = { $count ->
    [one] up to { $count } person: { $figure }
   *[other] up to { $count } persons: { $figure }
}
worth-participations = { $count ->
    [one] up to { $count } participation: { $figure }
   *[other] up to { $count } participations: { $figure }
}
worth-not-known = not known how far: { $figure }
worth-bounded = { $movers ->
    [one] { $movers } finding can move “{ $figure }” { $far } at most
   *[other] { $movers } findings together can move “{ $figure }” { $far } at most
} (now { $now }, once mended between { $low } and { $high }); { $others ->
    [0] there are no others to mend.
    [one] the other one cannot.
   *[other] the other { $others } cannot.
}
worth-unbounded = { $count ->
    [one] It is not known how far { $count } finding can move “{ $figure }” (now { $now }).
   *[other] It is not known how far { $count } findings can move “{ $figure }” (now { $now }).
}
worth-together-unbounded = { $count ->
    [one] { $count } finding can move “{ $figure }” (now { $now }); nobody can say how far.
   *[other] { $count } findings can move “{ $figure }” (now { $now }); nobody can say how far all of them together could.
}
worth-line = { $figure }: { $now }, once mended between { $low } and { $high } ({ $movers ->
    [one] { $movers } finding
   *[other] { $movers } findings
})
worth-line-unbounded = { $figure }: { $now }, once mended nobody can say ({ $movers ->
    [one] { $movers } finding
   *[other] { $movers } findings
})
worth-line-still = { $figure }: { $now }, no finding can change that
worth-total = { $moving ->
    [one] { $moving } finding can move these figures
   *[other] { $moving } findings can move these figures
}; { $harmless ->
    [0] there are no others to mend.
    [one] the other one cannot.
   *[other] the other { $harmless } cannot.
}
worth-untouched = No finding can move “{ $figure }”.
worth-first = Mend first: { $place } – { $movement }.
worth-first-list = Mend first:
worth-first-item = { $place } – { $movement }
worth-by-points = by { $points } points
worth-by-persons = { $count ->
    [one] by { $count } person
   *[other] by { $count } persons
}
worth-by-participations = { $count ->
    [one] by { $count } participation
   *[other] by { $count } participations
}
worth-no-value = no value
worth-too-many-findings = There are too many findings to reckon one by one how far they could move the figures. Mend the kinds of mistakes that are most frequent first.
worth-too-many-participations = These files hold too many participations to reckon how far single findings could move the figures.
worth-how = How this was reckoned
worth-how-text = “Could move” is an upper bound: no main figure of all centres can go further when this one place is mended, to whatever. A row that was left out may be a success, a failure or nothing; a doubtful person may be anybody; an unreadable amount may be any up to the highest that is accepted. Movements do not add up: the bound for all findings together is reckoned by itself. “Nothing” is certain. A number of persons is compared with other figures as a part of what it is now. Not reckoned: notes (what was repaired or assumed is taken as right), a PESEL whose control digit fits, mistakes that were not found, and several mistakes that cancel each other out in one total.
