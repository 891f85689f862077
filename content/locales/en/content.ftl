# What kinds, sides and themes of statements are called.
# The ending is the value's name, `_` written as `-`.

kind-measure = Measure
kind-measure-hint = The provider does it or has it in place.
kind-assurance = Assurance
kind-assurance-hint = Someone checks it, or evidence is published.
kind-right = Right
kind-right-hint = You may do it or have it.
kind-service = Service
kind-service-hint = The provider does it for you.
kind-boundary = Boundary
kind-boundary-hint = Here the provider's part ends.
kind-claim = Claim
kind-claim-hint = Said in general words; it can't be checked as it stands.

side-provided = Provided
side-limitation = Limitation
side-controllers-duty = Controller's duty

theme-organisational = Organisational
theme-people = People
theme-physical = Physical
theme-technological = Technological
