-- Reviewers look at cases of the whole nation a page at a time: the sides of each are found by its number.
CREATE INDEX case_claim_case ON case_claim (case_number);
