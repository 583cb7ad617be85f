"""What the handover says of Moodle, held against an LMS that does with a record what Moodle 4.5 did."""
