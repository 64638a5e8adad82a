package sample;

import java.util.List;
import org.apache.ibatis.annotations.Param;

public interface BookMapper {

    List<String> titlesOf(String author);

    int add(@Param("title") String title, @Param("author") String author);

    int rename(@Param("from") String from, @Param("to") String to);

    int remove(String title);
}
